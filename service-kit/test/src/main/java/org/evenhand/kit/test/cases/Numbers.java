package org.evenhand.kit.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Reads the numbers of a case's input strictly: nothing else is taken for a zero. */
public final class Numbers {

  private Numbers() {}

  public static double number(JsonNode number) {
    if (!number.isNumber()) {
      throw new IllegalArgumentException(number + " is no number");
    }
    return number.asDouble();
  }

  /** A count; a fraction is refused and not cut off. */
  public static long whole(JsonNode number) {
    if (!number.isIntegralNumber()) {
      throw new IllegalArgumentException(number + " is no count");
    }
    return number.asLong();
  }

  public static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToDouble(Numbers::number).toArray();
  }

  public static long[] wholes(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(Numbers::whole).toArray();
  }
}
