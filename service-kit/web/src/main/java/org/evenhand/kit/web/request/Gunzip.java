package org.evenhand.kit.web.request;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks while it is read. Nothing is read before the consumer asks, because only the consumer's
 * thread may block.
 */
final class Gunzip extends InputStream {

  private static final int PACKED_BYTES = 8192;

  private final InputStream packed;
  private @Nullable InputStream unpacked;

  Gunzip(InputStream packed) {
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    try {
      InputStream stream = unpacked;
      if (stream == null) {
        stream = new GZIPInputStream(packed, PACKED_BYTES);
        unpacked = stream;
      }
      return stream.read(target, from, length);
    } catch (ZipException | EOFException e) {
      throw Problem.of(
          CommonProblem.MALFORMED_REQUEST, "The body is not gzip, or ends before its end.");
    }
  }

  @Override
  public void close() throws IOException {
    packed.close();
  }
}
