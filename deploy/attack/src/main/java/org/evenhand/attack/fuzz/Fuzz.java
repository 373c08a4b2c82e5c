package org.evenhand.attack.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Findings;
import org.evenhand.attack.Target;
import org.evenhand.attack.api.ApiDocument;
import org.evenhand.attack.api.KnownIds;
import org.evenhand.attack.api.Operation;
import org.evenhand.attack.wire.WireAnswer;
import org.evenhand.attack.wire.WireRequest;

/**
 * Every operation as every kind of caller, with input that is almost right. Every answer has to be
 * one that the document promises. The same seed sends the same requests to the same suite.
 */
public final class Fuzz {

  private final Target target;
  private final Findings findings;
  private final long seed;
  private final int requests;

  public Fuzz(Target target, Findings findings, long seed, int requests) {
    this.target = target;
    this.findings = findings;
    this.seed = seed;
    this.requests = requests;
  }

  /** Operations take turns, so that a short run has tried each of them. */
  public void run(Consumer<String> out) {
    List<Operation> operations = ApiDocument.operations(target);
    Random random = new Random(seed);
    Fuzzer fuzzer = new Fuzzer(random, KnownIds.harvest(target, operations));
    Map<Integer, Integer> seen = new TreeMap<>();
    for (int i = 0; i < requests; i++) {
      Operation operation = operations.get(i % operations.size());
      Caller caller = caller(operation, random);
      WireRequest request = fuzzer.request(operation, caller);
      WireAnswer answer = target.send(request);
      seen.merge(answer.status(), 1, Integer::sum);
      String where =
          "request %d of seed %d, %s as %s".formatted(i, seed, request.words(), caller.name());
      Judge.fault(operation, answer)
          .ifPresent(fault -> findings.add("fuzz " + operation.id(), where, fault));
    }
    out.accept("fuzz: " + requests + " requests to " + operations.size() + " operations: " + seen);
  }

  /**
   * Mostly a caller to whom the operation is open; a closed operation doesn't look at its input.
   */
  private Caller caller(Operation operation, Random random) {
    List<Caller> open =
        target.callers().stream().filter(caller -> caller.hasAny(operation.roles())).toList();
    List<Caller> some = open.isEmpty() || random.nextInt(10) == 0 ? target.callers() : open;
    return some.get(random.nextInt(some.size()));
  }
}
