package org.evenhand.review.live;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests that leave at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /** The answers, in the order of the requests. */
  @SafeVarargs
  public static List<Response> answers(Callable<Response>... requests) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(requests.length);
    CyclicBarrier start = new CyclicBarrier(requests.length);
    try {
      List<Future<Response>> running =
          List.of(requests).stream()
              .map(
                  request ->
                      threads.submit(
                          () -> {
                            start.await();
                            return request.call();
                          }))
              .toList();
      List<Response> answers = new ArrayList<>();
      for (Future<Response> one : running) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  /** The statuses, lowest first. */
  public static List<Integer> statuses(List<Response> answers) {
    return answers.stream().map(Response::statusCode).sorted().toList();
  }
}
