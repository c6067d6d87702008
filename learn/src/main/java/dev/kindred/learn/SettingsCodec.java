package dev.kindred.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Settings as bytes: the name, then the fields in their order. */
final class SettingsCodec {
  private SettingsCodec() {}

  static void write(LearnerSettings settings, DataOutputStream out) throws IOException {
    out.writeUTF(settings.name());
    switch (settings) {
      case LearnerSettings.ImplicitAls als -> {
        out.writeInt(als.factors());
        out.writeInt(als.epochs());
        out.writeDouble(als.unobservedWeight());
        out.writeDouble(als.regularization());
        out.writeDouble(als.frequencyExponent());
        out.writeDouble(als.personExponent());
        out.writeDouble(als.itemExponent());
        out.writeLong(als.seed());
      }
      case LearnerSettings.Spectral spectral -> {
        out.writeInt(spectral.factors());
        out.writeInt(spectral.iterations());
        out.writeDouble(spectral.personExponent());
        out.writeDouble(spectral.itemExponent());
        out.writeDouble(spectral.popularityExponent());
        out.writeDouble(spectral.lengthExponent());
        out.writeDouble(spectral.spectrumExponent());
        out.writeLong(spectral.seed());
      }
      case LearnerSettings.Popularity popularity -> {}
    }
  }

  static LearnerSettings read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    return switch (name) {
      case "ials" ->
          new LearnerSettings.ImplicitAls(
              in.readInt(),
              in.readInt(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readLong());
      case "spectral" ->
          new LearnerSettings.Spectral(
              in.readInt(),
              in.readInt(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readLong());
      case "popularity" -> new LearnerSettings.Popularity();
      default -> throw new IOException("unknown learner " + name);
    };
  }
}
