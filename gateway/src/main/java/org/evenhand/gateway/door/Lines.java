package org.evenhand.gateway.door;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Looks for the end of a line, or of a whole head, in bytes that are still coming in, each looked
 * at once. Lines end with CR and LF together; either alone is refused.
 */
final class Lines {

  static final int INCOMPLETE = -1;

  private int seen;
  private int lineStart;

  /** How many bytes the first line has with its end, or {@link #INCOMPLETE}. */
  int line(ByteBuf bytes) {
    return look(bytes, false);
  }

  /** How many bytes the lines up to the first empty one have, or {@link #INCOMPLETE}. */
  int head(ByteBuf bytes) {
    return look(bytes, true);
  }

  /** Where the line begins that is still coming in: 0 while it is the first. */
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
