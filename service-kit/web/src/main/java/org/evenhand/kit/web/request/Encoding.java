package org.evenhand.kit.web.request;

import java.io.InputStream;
import java.util.Locale;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How a body is compressed (RFC 9110, 8.4). The server's own decompression isn't used: it unpacks
 * before the bytes are counted, and breaks the connection when a body isn't gzip.
 */
enum Encoding {
  IDENTITY,
  GZIP;

  /**
   * @throws Problem UNSUPPORTED_MEDIA_TYPE for any other encoding, and for several
   */
  static Encoding of(@Nullable String header) {
    return switch (header == null ? "" : header.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      default ->
          throw Problem.of(
              CommonProblem.UNSUPPORTED_MEDIA_TYPE,
              "The Content-Encoding is not one taken here; send gzip, or none.");
    };
  }

  /** How much may come over the wire for a body of so many bytes: packing may also add a little. */
  long packed(long bound) {
    return this == GZIP ? bound + bound / 256 + 1024 : bound;
  }

  InputStream unpacked(InputStream body) {
    return this == GZIP ? new Gunzip(body) : body;
  }
}
