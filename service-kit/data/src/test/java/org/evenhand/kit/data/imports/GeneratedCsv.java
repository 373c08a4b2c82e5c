package org.evenhand.kit.data.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** A file that is made up as it is read: rows of about 300 bytes. */
final class GeneratedCsv extends InputStream {

  private final long rows;
  private byte[] line = "number,name,note\n".getBytes(UTF_8);
  private int at;
  private long row;
  private long bytes;

  GeneratedCsv(long rows) {
    this.rows = rows;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public int read() {
    if (at == line.length) {
      if (row == rows) {
        return -1;
      }
      row++;
      line = (row + ",\"Somebody \u00e9 " + row + "\"," + "n".repeat(270) + "\n").getBytes(UTF_8);
      at = 0;
    }
    bytes++;
    return line[at++] & 0xff;
  }
}
