package dev.kindred.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Folders as bytes: one for the kind, then the fields in their order. */
final class FolderCodec {
  private static final int RIDGE = 1;
  private static final int SUM = 2;
  private static final int POSTERIOR = 3;

  private FolderCodec() {}

  static void write(PersonFolder folder, DataOutputStream out) throws IOException {
    switch (folder) {
      case RidgeFolder ridge -> {
        out.writeByte(RIDGE);
        Checksummed.writeFloats(out, ridge.gram());
        out.writeDouble(ridge.unobservedWeight());
        out.writeDouble(ridge.regularization());
        out.writeDouble(ridge.frequencyExponent());
        out.writeDouble(ridge.personExponent());
        out.writeInt(ridge.items());
      }
      case SumFolder sum -> {
        out.writeByte(SUM);
        out.writeInt(sum.factors());
        out.writeDouble(sum.personExponent());
      }
      case PosteriorFolder posterior -> {
        out.writeByte(POSTERIOR);
        write(posterior.evidence(), out);
        Checksummed.writeFloats(out, posterior.mean());
        posterior.curve().write(out);
      }
    }
  }

  static PersonFolder read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case RIDGE ->
          new RidgeFolder(
              Checksummed.readFloats(in),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readInt());
      case SUM -> new SumFolder(in.readInt(), in.readDouble());
      case POSTERIOR ->
          new PosteriorFolder(read(in), Checksummed.readFloats(in), EvidenceCurve.read(in));
      default -> throw new IOException("unknown kind of person folder " + kind);
    };
  }

  static void writeItems(ItemFolder folder, DataOutputStream out) throws IOException {
    switch (folder) {
      case RidgeItemFolder ridge -> {
        out.writeByte(RIDGE);
        Checksummed.writeFloats(out, ridge.gram());
        out.writeInt(ridge.directions());
        out.writeDouble(ridge.unobservedWeight());
        out.writeDouble(ridge.regularization());
        out.writeDouble(ridge.frequencyExponent());
        out.writeDouble(ridge.itemExponent());
        out.writeDouble(ridge.itemScale());
        out.writeInt(ridge.people());
      }
      case SumItemFolder sum -> {
        out.writeByte(SUM);
        Checksummed.writeFloats(out, sum.squares());
        out.writeDouble(sum.itemExponent());
        out.writeDouble(sum.popularityExponent());
        out.writeDouble(sum.lengthExponent());
        out.writeDouble(sum.unit());
      }
    }
  }

  static ItemFolder readItems(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case RIDGE ->
          new RidgeItemFolder(
              Checksummed.readFloats(in),
              in.readInt(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readInt());
      case SUM ->
          new SumItemFolder(
              Checksummed.readFloats(in),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble());
      default -> throw new IOException("unknown kind of item folder " + kind);
    };
  }
}
