package org.evenhand.review.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** As what an outcome of a block is told, of so many people. */
public record ToldOutcome(String block, String outcome, String toldAs, long people) {

  /** All outcomes of all blocks, and for each block as what any other would be told. */
  public static List<ToldOutcome> of(List<Counted> counted) {
    Map<String, Map<String, Long>> blocks =
        counted.stream()
            .collect(
                Collectors.groupingBy(
                    Counted::block,
                    TreeMap::new,
                    Collectors.toMap(Counted::outcome, Counted::people, Long::sum)));
    List<ToldOutcome> told = new ArrayList<>();
    blocks.forEach(
        (block, people) -> {
          Map<String, String> as = Disclosure.told(people);
          people.forEach(
              (outcome, n) ->
                  told.add(
                      new ToldOutcome(
                          block, outcome, as.getOrDefault(outcome, Disclosure.HIDDEN), n)));
          told.add(new ToldOutcome(block, Earlier.ANY, Disclosure.mostOf(people), 0));
        });
    return told;
  }

  boolean isHidden() {
    return toldAs.equals(Disclosure.HIDDEN);
  }

  /** The level that the reviewers concluded; empty of people without a review is 0. */
  int before() {
    int end = block.indexOf(Result.SEPARATOR);
    return Integer.parseInt(end < 0 ? block : block.substring(0, end));
  }
}
