package org.evenhand.kit.web.json;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.SIZE;
import static org.evenhand.kit.web.problem.ViolationCode.UNKNOWN;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ViolationCode;
import org.evenhand.kit.web.text.Texts;

/**
 * Says in the client's terms what Jackson could not read. Jackson's own messages name classes and
 * quote the input, so none of them is passed on.
 */
public final class JsonProblem {

  private static final String AGAINST_SCHEMA = "The body does not fit the schema.";

  private JsonProblem() {}

  public static Problem of(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping) {
      return ofMapping(mapping);
    }
    if (e instanceof StreamConstraintsException) {
      return malformed("The body is nested too deeply, or holds a text or number that is too long.")
          .with(SIZE.at("", "goes beyond the bounds of JSON here" + position(e)));
    }
    if (e instanceof JsonParseException parse) {
      return malformed("The body is not valid JSON.")
          .with(MALFORMED.at("", syntax(parse) + position(e)));
    }
    return malformed("The body is not valid JSON.");
  }

  private static Problem ofMapping(JsonMappingException e) {
    if (e.getCause() instanceof Problem problem) {
      return problem;
    }
    if (e.getCause() instanceof JsonParseException
        || e.getCause() instanceof StreamConstraintsException) {
      return of((JsonProcessingException) e.getCause());
    }
    String pointer = JsonPointer.of(e.getPath());
    return malformed(AGAINST_SCHEMA).with(code(e).at(pointer, expectation(e)));
  }

  private static ViolationCode code(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return UNKNOWN;
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return NOT_ONE_OF;
    }
    return e.getCause() instanceof InputCoercionException ? RANGE : MALFORMED;
  }

  private static String expectation(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "is not a known field" + known(unknown.getKnownPropertyIds());
    }
    if (String.valueOf(e.getOriginalMessage()).startsWith("Trailing token")) {
      return "must end after the first value";
    }
    if (e instanceof InvalidFormatException text
        && text.getTargetType() == String.class
        && text.getValue() instanceof String value) {
      return Texts.fault(value).map(fault -> "must not hold " + fault).orElse("must be a text");
    }
    if (e instanceof InvalidFormatException format) {
      return "must be " + Expected.of(format.getTargetType());
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "must be " + Expected.of(mismatch.getTargetType());
    }
    if (e.getCause() instanceof InputCoercionException number) {
      return "must be " + Expected.of(number.getTargetType()) + " within its range";
    }
    return "is not valid";
  }

  private static String known(Collection<Object> fields) {
    return fields == null || fields.isEmpty()
        ? ""
        : "; known are "
            + fields.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  private static String syntax(JsonParseException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
      return "ends too early";
    }
    return message.startsWith("Duplicate field") ? "names a field twice" : "is broken";
  }

  private static String position(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  private static Problem malformed(String detail) {
    return Problem.of(CommonProblem.MALFORMED_REQUEST, detail);
  }
}
