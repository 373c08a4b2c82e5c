package org.evenhand.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloudEventTest {

  private static final Map<String, String> HEADERS =
      Map.of("ce_type", "t", "ce_specversion", "1.0", "content-type", "application/json");

  @Test
  void dataArePassedOnDigitByDigitAndOnOneLine() {
    String json =
        json(HEADERS, "{\n \"amount\": 0.10, \"large\": 12345678901234567890.1234567890}");
    assertEquals(
        "{\"datacontenttype\":\"application/json\",\"specversion\":\"1.0\",\"type\":\"t\","
            + "\"data\":{\"amount\":0.10,\"large\":12345678901234567890.1234567890}}",
        json);
  }

  @Test
  void aTombstoneHasNoData() {
    assertEquals(
        "{\"specversion\":\"1.0\",\"type\":\"t\"}",
        json(Map.of("ce_type", "t", "ce_specversion", "1.0"), null));
  }

  @Test
  void whatIsNotJsonStopsNobody() {
    for (String broken : new String[] {"", "{", "{} {}", "not json", "{\"a\":1}]"}) {
      JsonObject event = new JsonObject(json(HEADERS, broken));
      assertFalse(event.containsKey("data"), broken);
      assertEquals(broken, new String(event.getBinary("data_base64"), UTF_8));
    }
  }

  /** As a schema registry's: the first bytes are those of UTF-32. */
  @Test
  void bytesThatLookLikeAnotherEncodingStopNobody() {
    byte[] framed = {0, 0, 0, 0, 1, 2};
    var record = new ConsumerRecord<byte[], byte[]>("topic", 0, 7, new byte[0], framed);
    record.headers().add("ce_type", "t".getBytes(UTF_8));
    String json = CloudEvent.of(record, type -> true).orElseThrow().json();
    assertArrayEquals(framed, new JsonObject(json).getBinary("data_base64"));
  }

  @Test
  void aRecordWithoutATypeIsNoEvent() {
    assertEquals(Optional.empty(), CloudEvent.of(record(Map.of(), "{}"), type -> true));
  }

  @Test
  void oneThatIsNotWantedIsPassedOver() {
    assertEquals(Optional.empty(), CloudEvent.of(record(HEADERS, "{}"), "u"::equals));
  }

  private static String json(Map<String, String> headers, @Nullable String value) {
    return CloudEvent.of(record(headers, value), type -> true).orElseThrow().json();
  }

  private static ConsumerRecord<byte[], byte[]> record(
      Map<String, String> headers, @Nullable String value) {
    var record =
        new ConsumerRecord<byte[], byte[]>(
            "topic", 0, 7, "key".getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return record;
  }
}
