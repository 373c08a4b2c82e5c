package org.evenhand.review.growth.opportunity.work;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.kit.data.step.Fact;

/** Asked after the flush, because facts carry the version after the change. */
@FunctionalInterface
interface CameAbout {

  CameAbout NOTHING = List::of;

  List<Fact> facts();

  default CameAbout and(CameAbout more) {
    return () -> Stream.concat(facts().stream(), more.facts().stream()).toList();
  }
}
