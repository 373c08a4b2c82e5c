package org.evenhand.bench.matching;

import java.io.IOException;
import org.evenhand.bench.load.HttpConnection;
import org.evenhand.bench.parts.Parts;
import org.evenhand.local.process.Trouble;

/** Somebody who works here, and asks one thing after the other. */
final class Learner implements AutoCloseable {
  private static final String NAME = "BENCH-LEARNER";
  private static final String HIRED =
      """
      externalId,givenName,familyName,orgUnit,jobLevel,jobFamily,workLocation,country,legalEntity,\
      workerType,effectiveFrom,action
      %s,Bench,Learner,bench,L4,engineering,Utrecht,NL,Linden,EMPLOYEE,2020-01-01,HIRE
      """
          .formatted(NAME);
  private static final int DONE = 207;
  private static final int OK = 200;

  private final HttpConnection connection;
  private final String token;

  private Learner(HttpConnection connection, String token) {
    this.connection = connection;
    this.token = token;
  }

  static Learner hired(Parts parts) throws IOException {
    HttpConnection connection = new HttpConnection(parts.ports().review());
    HttpConnection.Reply reply =
        connection.send(
            head("POST /v1/org-imports", parts.issuer().ofClient("evenhand-hris", "hris"))
                + "Content-Type: text/csv\r\n",
            HIRED);
    if (reply.status() != DONE || !reply.body().contains("\"created\":1,")) {
      throw new Trouble("Nobody was hired: " + reply.body());
    }
    return new Learner(connection, parts.issuer().ofPerson(NAME, "employee"));
  }

  /**
   * Milliseconds until an answer of so many items is there.
   *
   * @param each what an item holds once
   */
  double millis(String path, String each, int items) throws IOException {
    long began = System.nanoTime();
    HttpConnection.Reply reply = connection.send(head("GET " + path, token), "");
    double millis = (System.nanoTime() - began) / 1e6;
    if (reply.status() != OK || reply.body().split(each, -1).length != items + 1) {
      throw new Trouble("%s without %d items: %s".formatted(path, items, reply.body()));
    }
    return millis;
  }

  private static String head(String request, String token) {
    return request + " HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n";
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
