package org.evenhand.gateway.catalogue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A document, be it everyone's or one person's. It is compressed once, not for each who asks, and
 * who has it already gets 304. The two codings have ETags of their own, because a strong one names
 * bytes (RFC 9110, 8.8.3).
 */
public final class Document {

  private static final int DIGITS = 32;

  private final String mediaType;
  private final String keeping;
  private final Buffer plain;
  private final Buffer compressed;
  private final String digest;

  /** One that everyone may have, and keep for a minute. */
  public Document(String mediaType, Buffer bytes) {
    this(mediaType, bytes, "max-age=60");
  }

  private Document(String mediaType, Buffer bytes, String keeping) {
    this.mediaType = mediaType;
    this.keeping = keeping;
    this.plain = bytes;
    this.compressed = gzip(bytes.getBytes());
    this.digest = digest(bytes.getBytes());
  }

  /** One that only its reader may keep, and has to ask about each time. */
  public static Document personal(String mediaType, Buffer bytes) {
    return new Document(mediaType, bytes, "private, no-cache");
  }

  public void answer(RoutingContext routing) {
    HttpServerResponse response = routing.response();
    boolean gzip = compressed.length() < plain.length() && takesGzip(routing);
    String tag = gzip ? "\"" + digest + "-gzip\"" : "\"" + digest + "\"";
    response.putHeader("Cache-Control", keeping);
    response.headers().add("Vary", "Accept-Encoding");
    response.putHeader("ETag", tag);
    if (isKnown(routing, tag)) {
      var ignored = response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", mediaType);
    if (gzip) {
      response.putHeader("Content-Encoding", "gzip");
    }
    Buffer bytes = gzip ? compressed : plain;
    response.putHeader("Content-Length", Integer.toString(bytes.length()));
    if (routing.request().method().equals(HttpMethod.HEAD)) {
      var ignored = response.end();
    } else {
      Paced.end(response, bytes);
    }
  }

  private static boolean takesGzip(RoutingContext routing) {
    return routing.parsedHeaders().acceptEncoding().stream()
        .filter(coding -> coding.value().equalsIgnoreCase("gzip") || coding.value().equals("*"))
        .anyMatch(Document::isWanted);
  }

  private static boolean isWanted(ParsedHeaderValue coding) {
    return coding.weight() > 0;
  }

  private static boolean isKnown(RoutingContext routing, String tag) {
    return routing.request().headers().getAll(HttpHeaders.IF_NONE_MATCH).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
        .anyMatch(known -> known.equals("*") || known.equals(tag));
  }

  private static Buffer gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }

  private static String digest(byte[] bytes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(bytes)).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
