package org.evenhand.review.calendarfeed;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.evenhand.kit.data.json.Digest;
import org.evenhand.kit.web.address.PublicUrl;

/** What opens a feed: 256 bits that nobody guesses. We keep their digest alone. */
record FeedSecret(String text) {

  /** The form of a digest, as the gateway tells it too: SHA-256 of the text. */
  static final String DIGEST = "^[0-9a-f]{64}$";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static FeedSecret drawn() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  String digest() {
    return HexFormat.of().formatHex(Digest.sha256(text));
  }

  URI url() {
    return PublicUrl.of("/calendar/" + text + ".ics");
  }

  /** It is shown once, and never in a log. */
  @Override
  public String toString() {
    return "FeedSecret";
  }
}
