package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.ShopFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a shop knows about products besides what they are, each as a number without a unit:
 *
 * <ul>
 *   <li>{@code availability}: -1 for what is not in stock, else 0
 *   <li>{@code rating}: the mean of the stars as if {@value #DOUBT} more people had given the mean
 *       of the other candidates (a Bayesian mean), as a difference from that mean, a star counting
 *       half; -1 to 1
 *   <li>{@code freshness}: 1 for what is new, half after {@value #HALF_LIFE_DAYS} days, and so on
 *   <li>{@code price}: {@code (m - p) / (m + p)}, p being the price and m the median of the
 *       candidates: 1 for what costs nothing, 0 for the usual price, towards -1 for what is dear
 *   <li>{@code review_count}: the square root of the number of reviews as a share of that of the
 *       candidate with the most; 0 to 1
 * </ul>
 *
 * <p>What a product does not say is 0: it neither helps nor harms.
 *
 * @param usualStars mean of the candidates' stars, each counted by its reviews
 * @param usualPrice median of the candidates' prices; 0 without any
 * @param mostReviews of a candidate; 0 if none has any
 */
record BusinessSignals(Instant now, OptionalDouble usualStars, double usualPrice, int mostReviews) {
  private static final int DOUBT = 10;
  private static final int HALF_LIFE_DAYS = 90;
  private static final double HALF_OF_A_STAR = 0.5;
  private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

  /**
   * Looks at what is usual.
   *
   * @param candidates the best by text, always the same ones for a query
   */
  static BusinessSignals among(List<Candidate> candidates, Instant now) {
    double stars = 0;
    long reviews = 0;
    int most = 0;
    double[] prices = new double[candidates.size()];
    int priced = 0;
    for (Candidate candidate : candidates) {
      ShopFacts facts = candidate.entry().facts();
      if (facts.stars().isPresent()) {
        int count = facts.reviews().orElse(1);
        stars += count * facts.stars().getAsDouble();
        reviews += count;
      }
      most = Math.max(most, facts.reviews().orElse(0));
      if (facts.price().isPresent()) {
        prices[priced++] = facts.price().getAsDouble();
      }
    }
    Arrays.sort(prices, 0, priced);
    return new BusinessSignals(
        now,
        reviews > 0 ? OptionalDouble.of(stars / reviews) : OptionalDouble.empty(),
        priced > 0 ? prices[(priced - 1) / 2] : 0,
        most);
  }

  double availability(ShopFacts facts) {
    return facts.inStock() ? 0 : -1;
  }

  double rating(ShopFacts facts) {
    if (facts.stars().isEmpty() || usualStars.isEmpty()) {
      return 0;
    }
    double usual = usualStars.getAsDouble();
    int reviews = facts.reviews().orElse(1);
    double believed = (DOUBT * usual + reviews * facts.stars().getAsDouble()) / (DOUBT + reviews);
    return Math.clamp(HALF_OF_A_STAR * (believed - usual), -1, 1);
  }

  double reviewCount(ShopFacts facts) {
    int reviews = facts.reviews().orElse(0);
    return reviews > 0 && mostReviews > 0
        ? Math.sqrt(Math.min(1, (double) reviews / mostReviews))
        : 0;
  }

  double freshness(ShopFacts facts) {
    return facts
        .createdAt()
        .map(made -> Math.max(0, Duration.between(made, now).toMillis() / MILLIS_A_DAY))
        .map(days -> Math.pow(2, -days / HALF_LIFE_DAYS))
        .orElse(0.0);
  }

  double price(ShopFacts facts) {
    double price = facts.price().orElse(usualPrice);
    return price + usualPrice > 0 ? (usualPrice - price) / (usualPrice + price) : 0;
  }
}
