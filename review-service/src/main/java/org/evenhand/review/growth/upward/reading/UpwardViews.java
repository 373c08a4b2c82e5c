package org.evenhand.review.growth.upward.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.upward.UpwardAnswers;
import org.evenhand.review.growth.upward.UpwardRound;
import org.evenhand.review.growth.upward.access.UpwardContext;
import org.evenhand.review.growth.upward.access.UpwardRelation;
import org.evenhand.review.growth.upward.reading.UpwardRoundView.QuestionView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows rounds to those who may see them. */
@ApplicationScoped
public class UpwardViews {

  private final UpwardAnswers answers;
  private final Directory directory;

  UpwardViews(UpwardAnswers answers, Directory directory) {
    this.answers = answers;
    this.directory = directory;
  }

  public Uni<UpwardRoundView> of(UpwardContext context) {
    UpwardRound round = context.round();
    boolean reads = context.relations().contains(UpwardRelation.READER);
    return directory
        .names(
            context.session(),
            Stream.concat(Stream.of(round.aboutId()), round.openedBy().stream())
                .collect(Collectors.toSet()))
        .chain(
            names ->
                reads
                    ? answers
                        .of(context.session(), round.id())
                        .map(found -> view(context, names, found))
                    : Uni.createFrom().item(() -> view(context, names, null)));
  }

  private static UpwardRoundView view(
      UpwardContext context, Names names, @Nullable Map<Integer, List<String>> answers) {
    UpwardRound round = context.round();
    return new UpwardRoundView(
        round.id(),
        round.state(),
        names.of(round.aboutId()),
        names.orNull(round.openedBy().orElse(null)),
        round.openedOn(),
        round.closesOn(),
        round.asked(),
        UpwardRound.LEAST,
        answers == null ? null : round.shown(),
        round.reason().orElse(null),
        context.relations().stream().sorted().toList(),
        questions(round, answers),
        context.open());
  }

  /** As they are numbered. */
  public static List<QuestionView> questions(
      UpwardRound round, @Nullable Map<Integer, List<String>> answers) {
    List<String> texts = round.questions();
    return IntStream.rangeClosed(1, texts.size())
        .mapToObj(
            number ->
                new QuestionView(
                    number,
                    texts.get(number - 1),
                    answers == null ? null : answers.getOrDefault(number, List.of())))
        .toList();
  }

  /** In the order of the rounds. */
  Uni<List<UpwardRoundSummary>> summaries(Mutiny.Session session, List<UpwardContext> seen) {
    return directory
        .names(
            session,
            seen.stream().map(context -> context.round().aboutId()).collect(Collectors.toSet()))
        .map(names -> seen.stream().map(context -> summary(context, names)).toList());
  }

  private static UpwardRoundSummary summary(UpwardContext context, Names names) {
    UpwardRound round = context.round();
    return new UpwardRoundSummary(
        round.id(),
        round.state(),
        names.of(round.aboutId()),
        round.openedOn(),
        round.closesOn(),
        round.asked(),
        UpwardRound.LEAST,
        context.relations().stream().sorted().toList(),
        context.open());
  }
}
