import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What one invoice holds of one product. */
record Purchase(
    String invoice,
    String code,
    String customer,
    LocalDateTime time,
    int quantity,
    BigDecimal paid) {}
