package org.evenhand.review.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import org.evenhand.kit.web.json.StrictJson;

/** Reads the body of a request as the service reads it, without one. */
public final class StrictBody {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  static {
    new StrictJson().customize(JSON);
  }

  private StrictBody() {}

  public static <T> T read(JsonNode body, Class<T> as) {
    try {
      T read = JSON.treeToValue(body, as);
      assertEquals(Set.of(), VALIDATOR.validate(read));
      return read;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e.getOriginalMessage(), e);
    }
  }
}
