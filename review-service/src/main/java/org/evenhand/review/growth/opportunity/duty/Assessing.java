package org.evenhand.review.growth.opportunity.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far those who assess are, each by the applications that they may know of. */
@ApplicationScoped
class Assessing {

  /** As the door of an assessor has it, for each of them instead of for a viewer. */
  private static final String OF =
      """
      select s.opportunity_id, s.employee_id, works.work_location,
        count(p.id) filter (where p.state = 'ELIGIBLE' and not done) as left_to_do,
        count(p.id) filter (where done) as done
      from opportunity_assessor s
      join assignment works on works.employee_id = s.employee_id and works.main
      left join opportunity_application p on p.opportunity_id = s.opportunity_id
        and p.state <> 'WITHDRAWN'
        and p.employee_id <> s.employee_id
        and not exists (select 1 from opportunity_application mine
          where mine.opportunity_id = p.opportunity_id and mine.employee_id = s.employee_id)
        and not exists (select 1 from reporting_line chain
          where chain.above = s.employee_id and chain.employee = p.employee_id
            or chain.employee = s.employee_id and chain.above = p.employee_id)
      left join lateral (select p.assessments @> jsonb_build_array(
          jsonb_build_object('by', cast(s.employee_id as text))) as done) by_them on true
      where s.opportunity_id = any(:ids)
      group by s.opportunity_id, s.employee_id, works.work_location
      order by s.opportunity_id, s.employee_id
      """;

  /**
   * One who assesses.
   *
   * @param left how many they have still to assess
   * @param done how many they have
   */
  record Assessor(UUID opportunity, UUID person, String workLocation, long left, long done) {

    private static Assessor of(Row row) {
      return new Assessor(
          row.uuid("opportunity_id"),
          row.uuid("employee_id"),
          row.text("work_location"),
          row.bigint("left_to_do"),
          row.bigint("done"));
    }
  }

  /** By opportunity; one that has none is absent. */
  Uni<Map<UUID, List<Assessor>>> of(Mutiny.Session session, Collection<UUID> opportunities) {
    return Rows.of(session, OF)
        .bind("ids", opportunities.toArray(UUID[]::new))
        .list(Assessor::of)
        .map(found -> found.stream().collect(Collectors.groupingBy(Assessor::opportunity)));
  }
}
