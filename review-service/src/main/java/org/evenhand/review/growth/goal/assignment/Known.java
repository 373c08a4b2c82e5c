package org.evenhand.review.growth.goal.assignment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.access.Writers.As;
import org.evenhand.review.growth.goal.library.LibraryGoal;

/**
 * What is known about the rows of a chunk.
 *
 * @param writers what the sender is to the people, by assignment; absent where nothing
 * @param criteria of the policies in force, by assignment
 * @param days of the places where people work
 */
record Known(
    Map<String, Employee> people,
    Map<String, LibraryGoal> entries,
    Map<UUID, Post> posts,
    Map<UUID, As> writers,
    Map<UUID, Set<String>> criteria,
    Map<String, WorkingDays> days,
    List<Goal> open) {

  WorkingDays days(Post post) {
    return days.getOrDefault(post.workLocation(), WorkingDays.unknown());
  }
}
