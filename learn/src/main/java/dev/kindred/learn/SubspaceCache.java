package dev.kindred.learn;

import dev.kindred.learn.LearnerSettings.Spectral;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Learns spectral models of the same interactions with different settings. A subspace contains all
 * smaller ones, and most settings only say what is made of it: so many models cost one subspace.
 */
final class SubspaceCache {
  private static final int KEPT = 2;

  private record Key(double personExponent, double itemExponent, int iterations, long seed) {
    static Key of(Spectral settings) {
      return new Key(
          settings.personExponent(),
          settings.itemExponent(),
          settings.iterations(),
          settings.seed());
    }
  }

  private final Interactions interactions;
  private final Map<Key, Subspace> kept = new LinkedHashMap<>(8, 0.75f, true);

  SubspaceCache(Interactions interactions) {
    this.interactions = interactions;
  }

  /** Whether a model with these settings needs no new subspace. */
  boolean covers(Spectral settings) {
    Subspace known = kept.get(Key.of(settings));
    return known != null && covers(known, settings.factors());
  }

  private boolean covers(Subspace subspace, int factors) {
    int most = Math.min(interactions.people(), interactions.items());
    return subspace.values().length >= Math.min(factors, most);
  }

  /** Learns a model; uses all cores. */
  FactorModel learn(Spectral settings) {
    Key key = Key.of(settings);
    Subspace subspace = kept.get(key);
    SpectralLearner learner = new SpectralLearner(settings);
    if (subspace == null || !covers(subspace, settings.factors())) {
      subspace = learner.subspace(interactions, ProgressListener.NONE);
      kept.put(key, subspace);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return learner.model(interactions, subspace.first(settings.factors()));
  }
}
