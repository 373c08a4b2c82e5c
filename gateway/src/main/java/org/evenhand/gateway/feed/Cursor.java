package org.evenhand.gateway.feed;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.kafka.common.Uuid;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * How far a client has read, in all topics that it reads. It is the client's to keep, and holds all
 * that is needed to go on, so the gateway remembers nobody and any of its processes can answer. It
 * is opaque but no secret: whoever forges one reads what they may read anyway, from elsewhere. The
 * checksum tells what was cut or mistyped.
 *
 * @param selection {@link Selection#digest()}
 */
record Cursor(int selection, List<Mark> marks) {

  private static final byte VERSION = 2;
  private static final int MOST_BYTES = 3072;
  private static final int LONGEST = MOST_BYTES * 4 / 3;
  private static final int MOST_PARTITIONS = 1_000;

  /** Of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /**
   * Of one topic. It is named by the id that Kafka gave it, because a topic that was deleted and
   * created again has the same name and other records.
   *
   * @param topic {@link PublicTopic#digest()}, which tells whose id it was
   * @param since when the reading was last known to miss nothing: {@link Place}
   * @param next by partition
   */
  record Mark(int topic, Uuid id, Instant since, List<Offset> next) {}

  /**
   * @throws Problem INVALID_PARAMETER when the topics have more partitions than a header can hold
   */
  String encode() {
    try {
      return written();
    } catch (BufferOverflowException e) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "A cursor can't hold so many partitions.")
          .with(RANGE.parameter("types", "are in too many partitions: name fewer of them"));
    }
  }

  private String written() {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    bytes.put(VERSION).putInt(selection);
    putNumber(bytes, marks.size());
    for (Mark mark : marks) {
      bytes.putInt(mark.topic());
      bytes.putLong(mark.id().getMostSignificantBits());
      bytes.putLong(mark.id().getLeastSignificantBits());
      putNumber(bytes, mark.since().getEpochSecond());
      putNumber(bytes, mark.next().size());
      for (Offset offset : mark.next()) {
        putNumber(bytes, offset.next());
        putNumber(bytes, offset.epoch() - Offset.NO_EPOCH);
      }
    }
    bytes.putInt(checksum(bytes.array(), bytes.position()));
    byte[] written = new byte[bytes.position()];
    bytes.flip().get(written);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(written);
  }

  /**
   * @param parameter where it stands, for the answer
   * @throws Problem INVALID_PARAMETER when it isn't one of ours
   */
  static Cursor decode(String text, String parameter) {
    try {
      if (text.length() <= LONGEST) {
        return read(Base64.getUrlDecoder().decode(text));
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw malformed(parameter);
    }
    throw malformed(parameter);
  }

  private static Cursor read(byte[] all) {
    int end = all.length - Integer.BYTES;
    require(end > 0);
    require(ByteBuffer.wrap(all).getInt(end) == checksum(all, end));
    ByteBuffer bytes = ByteBuffer.wrap(all, 0, end);
    require(bytes.get() == VERSION);
    int selection = bytes.getInt();
    List<Mark> marks = new ArrayList<>();
    for (int left = count(bytes); left > 0; left--) {
      int topic = bytes.getInt();
      Uuid id = new Uuid(bytes.getLong(), bytes.getLong());
      Instant since = instant(number(bytes));
      List<Offset> next = new ArrayList<>();
      for (int partitions = count(bytes); partitions > 0; partitions--) {
        next.add(new Offset(number(bytes), epoch(number(bytes))));
      }
      marks.add(new Mark(topic, id, since, List.copyOf(next)));
    }
    require(!bytes.hasRemaining());
    return new Cursor(selection, List.copyOf(marks));
  }

  private static Instant instant(long second) {
    require(second <= LAST_SECOND);
    return Instant.ofEpochSecond(second);
  }

  private static int epoch(long written) {
    require(written <= Integer.MAX_VALUE);
    return (int) written + Offset.NO_EPOCH;
  }

  private static int count(ByteBuffer bytes) {
    long count = number(bytes);
    require(count <= MOST_PARTITIONS);
    return (int) count;
  }

  /** Seven bits a byte, the lowest first, and never negative. */
  private static void putNumber(ByteBuffer bytes, long number) {
    long rest = number;
    while (rest > 0x7F) {
      bytes.put((byte) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
  }

  private static long number(ByteBuffer bytes) {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
      byte next = bytes.get();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("too large a number");
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, end);
    return (int) checksum.getValue();
  }

  private static void require(boolean met) {
    if (!met) {
      throw new IllegalArgumentException("not a cursor");
    }
  }

  private static Problem malformed(String parameter) {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "The cursor is not one that a page gave.")
        .with(MALFORMED.parameter(parameter, "is not a cursor of this feed"));
  }
}
