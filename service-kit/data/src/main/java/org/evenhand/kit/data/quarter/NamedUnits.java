package org.evenhand.kit.data.quarter;

/**
 * Under which name a unit is told of: of fewer people than {@link #LEAST_PEOPLE} nothing leaves a
 * service but together with others, without a name.
 */
public final class NamedUnits {

  public static final int LEAST_PEOPLE = 5;

  /**
   * Expressions for a {@code with}, on a {@code placed (part, person, org_unit)} in which each
   * person is once in each part of the figure, and in no unit where none is known of them. {@code
   * named (part, org_unit, unit)} has the name, or none. Where those without one are fewer people
   * than can be told of even together, the smallest of the other units joins them: who is left out
   * of the sum would follow from what is known of the whole company.
   */
  public static final String NAMED =
      """
      sized as (
        select part, org_unit, count(*) as people, org_unit is not null and count(*) >= %1$d as large
        from placed group by part, org_unit
      ), ranked as (
        select part, org_unit, large,
          row_number() over (partition by part, large order by people, org_unit) as place,
          sum(case when not large then people end) over (partition by part) as few
        from sized
      ), named as (
        select part, org_unit,
          case when large and (place > 1 or few is null or few >= %1$d) then org_unit end as unit
        from ranked
      )
      """
          .formatted(LEAST_PEOPLE);

  private NamedUnits() {}
}
