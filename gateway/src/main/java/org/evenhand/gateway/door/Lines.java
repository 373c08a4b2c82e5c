package org.evenhand.gateway.door;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Finds the end of a line, or of a whole head, in bytes that are still coming in, looking at each
 * byte once. Lines end with CR and LF together; either alone is refused.
 */
final class Lines {

  static final int INCOMPLETE = -1;

  private int seen;
  private int lineStart;

  /** The number of bytes of the first line with its end, or {@link #INCOMPLETE}. */
  int line(ByteBuf bytes) {
    return look(bytes, false);
  }

  /** The number of bytes up to and with the first empty line, or {@link #INCOMPLETE}. */
  int head(ByteBuf bytes) {
    return look(bytes, true);
  }

  /** The start of the line that is still coming in; 0 for the first line. */
  int lastLine() {
    return lineStart;
  }

  static String text(ByteBuf bytes, int length) {
    return bytes.toString(bytes.readerIndex(), length, StandardCharsets.ISO_8859_1);
  }

  private int look(ByteBuf bytes, boolean toEmptyLine) {
    int from = bytes.readerIndex();
    for (; seen < bytes.readableBytes(); seen++) {
      byte here = bytes.getByte(from + seen);
      boolean afterCarriageReturn = seen > 0 && bytes.getByte(from + seen - 1) == '\r';
      if (afterCarriageReturn != (here == '\n')) {
        throw HeadRules.malformed("A line must end with CR and LF, which stand nowhere else.");
      }
      if (here == '\n') {
        boolean empty = seen - 1 == lineStart;
        lineStart = seen + 1;
        if (empty || !toEmptyLine) {
          return found();
        }
      }
    }
    return INCOMPLETE;
  }

  private int found() {
    int length = lineStart;
    seen = 0;
    lineStart = 0;
    return length;
  }
}
