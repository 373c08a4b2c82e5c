package org.evenhand.kit.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One strict way to read JSON. A client's mistake is refused and never guessed at, because a rating
 * that was meant otherwise is worse than a 400.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

  /**
   * PostgreSQL writes a number of a JSON column out in full, and the driver reads it by this
   * mapper: the smallest double has 324 places and up to 17 digits more. Nobody means a number
   * beyond that.
   */
  private static final int DIGITS = 400;

  /** Of any one text that a client sends, in characters. */
  public static final int LONGEST_TEXT = 512 * 1024;

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxStringLength(LONGEST_TEXT)
          .maxNumberLength(DIGITS)
          .maxNameLength(1024)
          .build();

  /** Runs last, so that nothing loosens it again. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.getFactory().setStreamReadConstraints(BOUNDS);
    mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
    mapper.enable(
        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
    mapper.registerModule(
        new SimpleModule("evenhand")
            .addDeserializer(String.class, new TextDeserializer())
            .addDeserializer(LocalDate.class, new DateDeserializer())
            .addDeserializer(Instant.class, new InstantDeserializer()));
    refuseCoercion(mapper);
  }

  @SuppressWarnings("deprecation") // no other switch reaches an existing mapper
  private static void refuseCoercion(ObjectMapper mapper) {
    mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    var text = mapper.coercionConfigFor(LogicalType.Textual);
    for (CoercionInputShape shape :
        new CoercionInputShape[] {
          CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
      text.setCoercion(shape, CoercionAction.Fail);
      mapper.coercionConfigFor(LogicalType.DateTime).setCoercion(shape, CoercionAction.Fail);
    }
    mapper
        .coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
  }
}
