import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A product of the shop, with what is known of it. */
record Goods(
    String code, String title, BigDecimal price, LocalDateTime since, int sold, Facts facts) {}
