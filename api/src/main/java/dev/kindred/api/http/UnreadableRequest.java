package dev.kindred.api.http;

import dev.kindred.indexer.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.ObjectNode;

/** Answers what is no request at all, or comes while the server stops, in the form of the rest. */
public final class UnreadableRequest extends ErrorHandler {
  private static final String TYPE = "application/problem+json";

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.write(true, ByteBuffer.wrap(problem(status)), callback);
    return true;
  }

  private static byte[] problem(int status) {
    ObjectNode problem = Json.mapper().createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", title(status));
    problem.put("status", status);
    return problem.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String title(int status) {
    return switch (status) {
      case 414, 431 -> "The address or the headers are too long";
      case 503 -> "The server is stopping";
      default -> status < 500 ? "This is not a request that can be read" : "Something went wrong";
    };
  }
}
