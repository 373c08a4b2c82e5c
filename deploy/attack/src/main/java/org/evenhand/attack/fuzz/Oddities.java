package org.evenhand.attack.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Values that some program has failed on before. */
final class Oddities {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * Texts: empty, invisible, composed, bidirectional, long, and some that a careless reader
   * executes.
   */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u200b",
          "\u00a0",
          "\u3164",
          "\u2800",
          "a\u0000b",
          "\u0007",
          "a\ud800b",
          "\ufeffx",
          "\u202egnp.exe",
          "e\u0301",
          "\uff11\uff12",
          "\u0665",
          "İıſK",
          "👩‍👩‍👧‍👦".repeat(50),
          "x".repeat(5_000),
          "x".repeat(70_000),
          "' or 1=1 --",
          "%00",
          "../../etc/passwd",
          "${jndi:ldap://127.0.0.1/x}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "=1+1",
          "null",
          "-1",
          "+5",
          "0000005",
          "1e400",
          "NaN",
          "2026-02-30",
          "9999-12-31",
          "-999999999-01-01",
          "+999999999-12-31",
          "2026-01-01T00:00:00+18:00",
          "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff");

  /** Values of every type, at the edges of its range. */
  static final List<JsonNode> NODES_OF_ANY_TYPE =
      List.of(
          NODES.nullNode(),
          NODES.booleanNode(true),
          NODES.numberNode(0),
          NODES.numberNode(-1),
          NODES.numberNode(Integer.MAX_VALUE),
          NODES.numberNode(Long.MIN_VALUE),
          NODES.numberNode(new java.math.BigDecimal("1e400")),
          NODES.numberNode(new java.math.BigDecimal("1e-400")),
          NODES.numberNode(new java.math.BigInteger("9".repeat(200))),
          NODES.numberNode(1.5),
          NODES.numberNode(1.0),
          NODES.arrayNode(),
          NODES.objectNode(),
          NODES.arrayNode().add(NODES.arrayNode().add(NODES.nullNode())),
          NODES.objectNode().put("", ""));

  /** Bodies that aren't JSON, or don't mean what they seem to. */
  static final List<String> BODIES =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "\"text\"",
          "{} {}",
          "{\"a\":1,\"a\":2}",
          "\ufeff{}",
          "[".repeat(5_000),
          "{\"a\":".repeat(3_000),
          "{\"\\ud800\": 1}",
          "{\"a\": 1e999999999}",
          "{'a': 1}",
          "{\"a\": 01}",
          "\u0000",
          "a,b\n1,2\n",
          "{\"__proto__\": {}, \"constructor\": {}}",
          "{\"@class\": \"javax.script.ScriptEngineManager\"}");

  static final List<String> MEDIA =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "application/json; charset=utf-16",
          "application/json; charset=nonsense",
          "json",
          "*/*",
          "application/json, text/csv",
          "");

  static final List<String> CURSORS =
      List.of("!", "YQ", "AAAA", "eyJhIjoxfQ", "=", "a".repeat(4_000), "%F0%28%8C%28", "..");

  private Oddities() {}
}
