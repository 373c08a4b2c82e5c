package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When figures were made, as far as that can be told from them: between two figures of one moment
 * nobody has declared anything anew.
 *
 * @param moments of each figure, from 0 on
 */
record Moments(List<Integer> moments) {

  /** Figures are in the order of time. */
  static Moments of(Collection<Standpoint> people, int figures) {
    List<Integer> moments = new ArrayList<>();
    for (int figure = 0; figure < figures; figure++) {
      int last = figure == 0 ? 0 : moments.get(figure - 1);
      moments.add(last);
      for (int earlier = figure - 1; earlier >= 0 && moments.get(earlier) == last; earlier--) {
        if (differs(people, earlier, figure)) {
          moments.set(figure, last + 1);
          break;
        }
      }
    }
    return new Moments(List.copyOf(moments));
  }

  private static boolean differs(Collection<Standpoint> people, int earlier, int later) {
    return people.stream()
        .anyMatch(
            each ->
                each.levels().get(earlier) > 0
                    && each.levels().get(later) > 0
                    && !each.groups().get(earlier).equals(each.groups().get(later)));
  }

  int of(int figure) {
    return moments.get(figure);
  }

  int number() {
    return moments.isEmpty() ? 0 : moments.get(moments.size() - 1) + 1;
  }

  List<Integer> figures(int moment) {
    return IntStream.range(0, moments.size())
        .filter(figure -> moments.get(figure) == moment)
        .boxed()
        .toList();
  }

  /** What somebody had declared at each moment; where they don't count, what is nearest. */
  List<String> history(Standpoint each) {
    String[] history = new String[number()];
    for (int figure = moments.size() - 1; figure >= 0; figure--) {
      int moment = moments.get(figure);
      if (history[moment] == null || each.levels().get(figure) > 0) {
        history[moment] = each.groups().get(figure);
      }
    }
    return Arrays.asList(history);
  }

  /** Their history, were they of these groups in these figures. */
  List<String> changed(Standpoint each, List<Integer> figures, List<String> groups) {
    List<String> changed = new ArrayList<>(history(each));
    for (int i = 0; i < figures.size(); i++) {
      changed.set(moments.get(figures.get(i)), groups.get(i));
    }
    return changed;
  }
}
