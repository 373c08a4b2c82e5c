package org.evenhand.kit.data.imports.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;
import org.evenhand.kit.data.json.Digest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** A body as it streams in: counted against the bound, hashed, and decoded strictly as UTF-8. */
public final class Upload extends FilterInputStream {

  private static final int DRAIN_BYTES = 8192;

  private final MessageDigest digest = Digest.sha256();
  private final long maxBytes;
  private long bytes;

  public Upload(InputStream body, long maxBytes) {
    super(body);
    this.maxBytes = maxBytes;
  }

  /** What the request says beside its body: a repeat has to say it too. */
  public void saying(String text) {
    digest.update(text.getBytes(UTF_8));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = super.read(target, from, length);
    if (read > 0) {
      digest.update(target, from, read);
      bytes += read;
      if (bytes > maxBytes) {
        throw Problem.of(
            CommonProblem.BODY_TOO_LARGE, "A file may have at most " + maxBytes + " bytes");
      }
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Text without a byte order mark; a byte that isn't UTF-8 is an error, not a question mark. */
  public Reader text() throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(this);
    buffered.mark(3);
    byte[] start = buffered.readNBytes(3);
    boolean marked =
        start.length == 3
            && start[0] == (byte) 0xef
            && start[1] == (byte) 0xbb
            && start[2] == (byte) 0xbf;
    if (!marked) {
      buffered.reset();
    }
    return new InputStreamReader(
        buffered,
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The SHA-256 of the whole body, whatever of it has been read. */
  public byte[] hash() throws IOException {
    byte[] sink = new byte[DRAIN_BYTES];
    while (read(sink, 0, sink.length) >= 0) {
      // RowForm is what hashes.
    }
    return digest.digest();
  }
}
