package org.evenhand.bench.submit;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.bench.load.HttpConnection;
import org.evenhand.bench.load.Load;
import org.evenhand.bench.parts.TokenIssuer;
import org.evenhand.local.process.Trouble;

/** Submits reviews through the gateway, each as its reviewer, under a key of its own. */
final class Submissions {
  private final TokenIssuer issuer;
  private final int gateway;
  private final int clients;
  private final Map<Long, String> tokens = new ConcurrentHashMap<>();

  Submissions(TokenIssuer issuer, int gateway, int clients) {
    this.issuer = issuer;
    this.gateway = gateway;
    this.clients = clients;
  }

  /** Signs beforehand: people have their tokens when they submit. */
  void signIn(long from, long to) {
    for (long m = Numbered.reviewerOf(from); m <= Numbered.reviewerOf(to - 1); m++) {
      tokens.computeIfAbsent(
          m, n -> issuer.ofPerson(Numbered.REVIEWER_NUMBER.of(n), "employee", "manager"));
    }
  }

  /** Submissions per second. */
  double rate(long from, long to) {
    return Load.rate(clients, from, to, Client::new);
  }

  private final class Client implements Load.Client {
    private final HttpConnection connection;

    Client() throws IOException {
      connection = new HttpConnection(gateway);
    }

    @Override
    public void take(long review) throws IOException {
      HttpConnection.Reply reply = connection.send(head(review), body());
      if (reply.status() != 200) {
        throw new Trouble(
            "Review %d could not be submitted: %d %s"
                .formatted(review, reply.status(), reply.body()));
      }
    }

    private String head(long review) {
      return "POST /v1/reviews/"
          + Numbered.REVIEW.of(review)
          + "/submission HTTP/1.1\r\nAuthorization: Bearer "
          + tokens.get(Numbered.reviewerOf(review))
          + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nIf-Match: \""
          + Company.VERSION
          + "\"\r\nIdempotency-Key: "
          + Numbered.KEY.of(review)
          + "\r\n";
    }

    private static String body() {
      return "{\"confirmedBy\": \"" + Company.FIRST_NAME + " " + Company.FAMILY_NAME + "\"}";
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
