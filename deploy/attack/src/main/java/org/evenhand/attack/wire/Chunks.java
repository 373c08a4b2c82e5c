package org.evenhand.attack.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The chunked coding (RFC 9112, section 7.1). */
public final class Chunks {

  private Chunks() {}

  static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      String line = WireAnswer.line(in);
      if (line == null || line.isEmpty()) {
        return all.toByteArray();
      }
      int size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
      if (size == 0) {
        String ignored = WireAnswer.line(in);
        return all.toByteArray();
      }
      all.write(in.readNBytes(size));
      String ignored = WireAnswer.line(in);
    }
  }

  /** The bytes as chunks of a given size, with the last one. */
  public static byte[] of(byte[] body, int size) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += size) {
      int length = Math.min(size, body.length - at);
      all.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      all.write(body, at, length);
      all.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    all.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return all.toByteArray();
  }
}
