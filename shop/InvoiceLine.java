import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A line of an invoice as in the source; the customer is empty where unknown. */
record InvoiceLine(
    String invoice,
    String code,
    String description,
    int quantity,
    LocalDateTime time,
    BigDecimal price,
    String customer) {
  boolean cancels() {
    return invoice.startsWith("C");
  }
}
