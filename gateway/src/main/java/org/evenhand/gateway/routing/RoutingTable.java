package org.evenhand.gateway.routing;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.gateway.GatewayConfig;

/**
 * Which service answers which path. The table is closed: a path that isn't listed is not routed, so
 * that no {@code /internal} or {@code /q} of a service is ever reached from outside.
 */
@Singleton
public class RoutingTable {

  /** What several services answer for themselves, and the gateway in one; with those services. */
  private final Map<String, List<Upstream>> merged;

  private final Map<String, Route> routes = new LinkedHashMap<>();
  private final List<Upstream> upstreams;

  public RoutingTable(GatewayConfig config) {
    GatewayConfig.Upstreams at = config.upstreams();
    Upstream policy = upstream("policy", at.policy());
    Upstream review = upstream("review", at.review());
    Upstream calibration = upstream("calibration", at.calibration());
    Upstream analytics = upstream("analytics", at.analytics());
    upstreams = List.of(policy, review, calibration, analytics);
    merged =
        Map.of(
            "/v1/tasks", upstreams,
            "/v1/calendar", upstreams,
            "/v1/templates", List.of(policy, review, calibration));
    to(policy, "policies", "charters", "governance-reviews");
    to(policy, "challenges", "guidance-requests");
    to(policy, "training-modules", "training-completions");
    imports(policy, "training-imports");
    to(review, "employees", "people", "hr-assignments", "worker-types", "import-mappings");
    to(review, "site-calendars", "calendar-feeds");
    to(review, "delegations");
    to(review, "ratings", "cycles", "reviews", "appeals", "me");
    to(review, "observations", "goals", "goal-library");
    to(review, "feedback", "feedback-requests");
    to(review, "development-plans", "peer-requests", "upward-rounds");
    to(review, "opportunities", "opportunity-applications");
    to(review, "catalogue", "catalogue-matches", "mentors", "mentorings");
    to(review, "remediation-plans", "remediation-exceptions");
    to(review, "checklists", "checklist-templates");
    to(review, "check-ins", "check-in-actions", "conversation-guides", "coaching-circles");
    imports(review, "org-imports", "rating-imports", "opportunity-imports", "goal-assignments");
    to(
        calibration,
        "calibration-sessions",
        "calibration-obligations",
        "calibration-checks",
        "precedents",
        "norms");
    to(analytics, "demographic-dimensions", "distributions", "completion", "agreement");
    to(analytics, "duties", "appeal-figures", "evidence", "access-audits");
    to(analytics, "growth-figures", "check-in-figures", "duty-figures");
    to(analytics, "fairness", "findings", "judgements", "rebuilds");
    to(analytics, "drift", "power", "register", "raters", "rater-profiling", "rater-objections");
    imports(analytics, "demographics");
    upstreams.forEach(each -> to(each, "tasks/" + each.name()));
    to(policy, "templates/POLICY", "templates/CHARTER", "templates/TRAINING_MODULE");
    to(calibration, "templates/PRECEDENT");
    to(review, "templates/CONVERSATION_GUIDE", "templates/CHECKLIST_TEMPLATE");
  }

  /**
   * The route of a {@link PlainPath}: the first two segments decide, and of a single object of what
   * is merged the third, which names the service or what only one service has.
   */
  public Optional<Route> route(String path) {
    return Optional.ofNullable(
        routes.get(segments(path, merged.containsKey(segments(path, 2)) ? 3 : 2)));
  }

  /** Whether several services are asked, and their answers made one. */
  public boolean isMerged(String path) {
    return merged.containsKey(path);
  }

  /** Who is asked for what is merged. */
  List<Upstream> asked(String path) {
    return merged.getOrDefault(path, List.of());
  }

  /** The service whose document describes the path; any of those that answer what is merged. */
  public Optional<Upstream> describing(String path) {
    return route(path).map(Route::upstream).or(() -> asked(segments(path, 2)).stream().findFirst());
  }

  /** The beginning of a path; all of it where it has fewer segments. */
  private static String segments(String path, int count) {
    int end = 0;
    for (int i = 0; i < count && end >= 0; i++) {
      end = path.indexOf('/', end + 1);
    }
    return end < 0 ? path : path.substring(0, end);
  }

  /** For what only one service knows. */
  public Upstream named(String service) {
    return upstreams.stream()
        .filter(upstream -> upstream.name().equals(service))
        .findFirst()
        .orElseThrow();
  }

  public List<Upstream> upstreams() {
    return upstreams;
  }

  public Collection<Route> routes() {
    return List.copyOf(routes.values());
  }

  private static Upstream upstream(String name, URI address) {
    if (address.getHost() == null
        || !List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
      throw new IllegalArgumentException(
          "evenhand.gateway.upstreams." + name + " must be an http or https URL: " + address);
    }
    return new Upstream(name, address);
  }

  private void to(Upstream upstream, String... names) {
    Arrays.stream(names).forEach(name -> add(new Route("/v1/" + name, upstream, false)));
  }

  private void imports(Upstream upstream, String... names) {
    Arrays.stream(names).forEach(name -> add(new Route("/v1/" + name, upstream, true)));
  }

  private void add(Route route) {
    if (routes.put(route.prefix(), route) != null) {
      throw new IllegalStateException(route.prefix() + " is listed twice");
    }
  }
}
