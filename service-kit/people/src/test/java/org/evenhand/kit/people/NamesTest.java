package org.evenhand.kit.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final UUID ANN = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();
  private static final UUID NOBODY = UUID.randomUUID();

  private static final Uni<ReviewService.Named> AWAY =
      Uni.createFrom().failure(new IllegalStateException("away"));

  private final AtomicLong now = new AtomicLong();
  private final List<List<UUID>> asked = new ArrayList<>();

  private Function<List<UUID>, Uni<ReviewService.Named>> review =
      ids -> Uni.createFrom().item(new ReviewService.Named(known(ids)));

  private final Names names =
      new Names(
          question -> {
            asked.add(question.ids());
            return review.apply(question.ids());
          },
          new Settings(),
          now::get);

  @Test
  void allAreAskedForAtOnceAndRememberedForAMinute() {
    assertEquals(Map.of(ANN, "Ann", BEN, "Ben"), of(ANN, BEN));
    pass(Duration.ofSeconds(59));
    assertEquals(Map.of(ANN, "Ann", BEN, "Ben"), of(ANN, BEN));
    assertEquals(1, asked.size());

    pass(Duration.ofSeconds(2));
    assertEquals(Map.of(ANN, "Ann"), of(ANN));
    assertEquals(List.of(ANN), asked.get(1));
  }

  @Test
  void whoHasNoNameIsRememberedToo() {
    assertEquals(Map.of(), of(NOBODY));
    assertEquals(Map.of(ANN, "Ann"), of(ANN, NOBODY));

    assertEquals(List.of(List.of(NOBODY), List.of(ANN)), asked);
  }

  @Test
  void afterAFailureNobodyWaitsForAWhile() {
    assertEquals(Map.of(ANN, "Ann"), of(ANN));
    review = ids -> AWAY;
    assertEquals(Map.of(ANN, "Ann"), of(ANN, BEN));
    pass(Duration.ofSeconds(4));
    assertEquals(Map.of(ANN, "Ann"), of(ANN, BEN));
    assertEquals(2, asked.size());

    pass(Duration.ofSeconds(2));
    review = ids -> Uni.createFrom().item(new ReviewService.Named(known(ids)));
    assertEquals(Map.of(ANN, "Ann", BEN, "Ben"), of(ANN, BEN));
  }

  @Test
  void silenceIsAFailure() {
    review = ids -> Uni.createFrom().nothing();
    assertEquals(Map.of(), of(ANN));
    assertEquals(Map.of(), of(ANN));

    assertEquals(1, asked.size());
  }

  @Test
  void noQuestionIsLongerThanReviewServiceTakes() {
    assertEquals(Map.of(), of(Stream.generate(UUID::randomUUID).limit(1001).toArray(UUID[]::new)));

    assertEquals(List.of(1000), asked.stream().map(List::size).toList());
  }

  private Map<UUID, String> of(UUID... people) {
    return names.of(List.of(people)).await().atMost(Duration.ofSeconds(30));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static Map<UUID, String> known(List<UUID> ids) {
    Map<UUID, String> all = Map.of(ANN, "Ann", BEN, "Ben");
    return ids.stream().filter(all::containsKey).collect(Collectors.toMap(id -> id, all::get));
  }

  private static final class Settings implements NamesSettings {

    @Override
    public Duration patience() {
      return Duration.ofMillis(50);
    }

    @Override
    public Duration pause() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Duration keep() {
      return Duration.ofMinutes(1);
    }

    @Override
    public int most() {
      return 10_000;
    }
  }
}
