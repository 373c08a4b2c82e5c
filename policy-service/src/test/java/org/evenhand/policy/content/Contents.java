package org.evenhand.policy.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import java.io.IOException;
import java.util.function.Consumer;
import org.evenhand.kit.web.json.StrictJson;

/** Contents for tests, read in the way in which the service reads them. */
public final class Contents {

  public static final ObjectMapper JSON = strict();
  public static final ContentReader READER =
      new ContentReader(JSON, Validation.buildDefaultValidatorFactory().getValidator());

  private Contents() {}

  public static ObjectNode json() {
    try (var example = Contents.class.getResourceAsStream("/openapi/examples/PolicyContent.json")) {
      return (ObjectNode) JSON.readTree(example);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static PolicyContent example() {
    return READER.read(json());
  }

  /** The example, changed by hand. */
  public static PolicyContent with(Consumer<ObjectNode> change) {
    ObjectNode json = json();
    change.accept(json);
    return READER.read(json);
  }

  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectMapper strict() {
    var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
    new StrictJson().customize(mapper);
    return mapper;
  }
}
