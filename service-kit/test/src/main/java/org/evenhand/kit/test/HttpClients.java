package org.evenhand.kit.test;

import io.restassured.config.HttpClientConfig;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpParams;

/**
 * The clients of RestAssured, which makes one for each request. Left to itself each looks for its
 * version in every jar of the class path, which costs as much as the request.
 */
public final class HttpClients {

  private static final HttpParams DEFAULTS = new BasicHttpParams();

  static {
    DefaultHttpClient.setDefaultHttpParams(DEFAULTS);
  }

  private HttpClients() {}

  /** As given, with clients that know their defaults. */
  public static HttpClientConfig of(HttpClientConfig config) {
    return config.httpClientFactory(HttpClients::client);
  }

  private static AbstractHttpClient client() {
    return new DefaultHttpClient(DEFAULTS.copy());
  }
}
