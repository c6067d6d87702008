package dev.kindred.learn;

import java.io.IOException;

/** A file is what it should be, but in a layout of another version. */
public final class OutdatedLayoutException extends IOException {
  private static final long serialVersionUID = 1;

  OutdatedLayoutException(String what, int found, int read) {
    super(
        "a "
            + what
            + " of version "
            + found
            + "; this program reads version "
            + read
            + ": run ./kindred train");
  }
}
