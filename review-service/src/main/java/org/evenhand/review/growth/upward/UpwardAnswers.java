package org.evenhand.review.growth.upward;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What has been written in a round, from when it ends on: no longer by whom. Each question is held
 * to the least by itself, since somebody may answer one and not another. Of whoever would read it
 * now the answer is shown, and not counted.
 */
@ApplicationScoped
public class UpwardAnswers {

  private static final String ENOUGH =
      """
      with manager as (
        select a.employee_id as id, a.org_unit as unit
        from upward_round u join assignment a on a.id = u.assignment_id where u.id = :round),
      given as (
        select cast(answer ->> 'question' as integer) as question, answer ->> 'text' as text,
          not %s as hides
        from upward_writer w cross join manager
        cross join lateral jsonb_array_elements(w.answers) answer
        where w.round_id = :round),
      enough as (
        select question from given where hides group by question having count(*) >= %d)
      """
          .formatted(UpwardReaders.include("w.writer_id"), UpwardRound.LEAST);

  /** The order of the ids, which are of chance, is the one in which answers are shown. */
  private static final String LAY_APART =
      ENOUGH
          + """
          insert into upward_answer (id, round_id, question, text)
          select gen_random_uuid(), :round, question, text from given join enough using (question)
          order by gen_random_uuid()
          """;

  /**
   * Lays apart what can be shown, and forgets the rest and whose it was.
   *
   * @param today at the manager's place
   * @return whether there is anything to show
   */
  public Uni<Boolean> layApart(Mutiny.Session session, UUID round, LocalDate today) {
    return session
        .createNativeQuery(LAY_APART)
        .setParameter("round", round)
        .setParameter("today", today)
        .executeUpdate()
        .call(() -> forget(session, round))
        .map(shown -> shown > 0);
  }

  /** Deletes who is asked, and all that they have written. */
  public Uni<Void> forget(Mutiny.Session session, UUID round) {
    return session
        .createNativeQuery("delete from upward_writer where round_id = :round")
        .setParameter("round", round)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** By the number of the question; one that too few have answered is absent. */
  public Uni<Map<Integer, List<String>>> of(Mutiny.Session session, UUID round) {
    return Rows.of(
            session,
            "select question, text from upward_answer where round_id = :round order by question,"
                + " id")
        .bind("round", round)
        .list(row -> new UpwardAnswer(row.integer("question"), row.text("text")))
        .map(
            answers ->
                answers.stream()
                    .collect(
                        Collectors.groupingBy(
                            UpwardAnswer::question,
                            Collectors.mapping(UpwardAnswer::text, Collectors.toList()))));
  }
}
