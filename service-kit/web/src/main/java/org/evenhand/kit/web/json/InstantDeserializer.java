package org.evenhand.kit.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.evenhand.kit.web.time.Rfc3339;

/** RFC 3339 only: Jackson's own takes a number for seconds or milliseconds, whichever it likes. */
final class InstantDeserializer extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1L;

  InstantDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    try {
      return Rfc3339.instant(parser.getText());
    } catch (DateTimeException e) {
      throw context.weirdStringException(parser.getText(), Instant.class, "not a time");
    }
  }
}
