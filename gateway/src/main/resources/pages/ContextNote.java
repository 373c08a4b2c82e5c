import java.util.UUID;
import org.evenhand.client.ApiClient;
import org.evenhand.client.ApiException;
import org.evenhand.client.api.ReviewsApi;
import org.evenhand.client.model.ContextNoteRequest;
import org.evenhand.client.model.Problem;

class ContextNote {
  public static void main(String... args) throws Exception {
    var evenhand = new ApiClient();
    evenhand.updateBaseUri(System.getenv("EVENHAND"));
    var token = "Bearer " + System.getenv("TOKEN");
    evenhand.setRequestInterceptor(request -> request.header("Authorization", token));
    var reviews = new ReviewsApi(evenhand);
    var id = UUID.fromString(System.getenv("REVIEW"));

    var etag = reviews.getReviewWithHttpInfo(id).getHeaders().get("ETag").get(0);
    try {
      var review = reviews.putContextNote(id, etag, new ContextNoteRequest().text(args[0]));
      System.out.println(review.getReviewee().getName() + ": " + review.getState());
    } catch (ApiException refusal) {
      var problem = evenhand.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
      if (!problem.getCode().equals("PRECONDITION_FAILED")) {
        throw refusal;
      }
      System.out.println("changed in the meantime: read it again");
    }
  }
}
