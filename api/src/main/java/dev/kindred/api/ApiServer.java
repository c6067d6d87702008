package dev.kindred.api;

import dev.kindred.api.calls.Page;
import dev.kindred.api.calls.QueryLog;
import dev.kindred.api.http.Figures;
import dev.kindred.api.http.Gate;
import dev.kindred.api.http.Problems;
import dev.kindred.api.http.RequestId;
import dev.kindred.api.http.UnreadableRequest;
import dev.kindred.api.route.Route;
import dev.kindred.engine.Kindred;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves an opened {@link Kindred} over HTTP: the API under {@code /v1}, the storefront at {@code
 * /}. Closing it finishes the requests in flight; the {@link Kindred} stays open.
 */
public final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

  /** Pages load nothing from elsewhere but product pictures, and run no script in the page. */
  private static final Map<String, String> SAFETY =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin");

  private static final Map<String, String> PAGES =
      Map.of("/", "home", "/product.html", "product", "/console", "console");

  /** Room for the cursor of somebody who has paged as deep as can be. */
  private static final int LONGEST_HEAD_BYTES = 32 * 1024;

  private final Javalin server;
  private final Figures figures;
  private final QueryLog log;

  private ApiServer(Javalin server, Figures figures, QueryLog log) {
    this.server = server;
    this.figures = figures;
    this.log = log;
  }

  /**
   * Starts to listen.
   *
   * @throws CannotListenException if the address is taken or not this machine's
   */
  public static ApiServer start(Kindred kindred, ApiSettings settings, InstantSource clock) {
    Figures figures = new Figures(kindred);
    QueryLog log = new QueryLog(kindred.store(), clock);
    List<Route> routes = Routes.all(kindred, settings, figures, log, clock);
    Javalin server = Javalin.create(config -> configure(config, settings, routes, figures, clock));
    try {
      server.start();
    } catch (RuntimeException e) {
      figures.close();
      log.close();
      throw cannotListen(settings, e);
    }
    if (settings.keys().admin().isEmpty() && !isLoopback(settings.host())) {
      LOG.warn(
          "{} can be reached from other machines and no keys are set: whoever reaches it may"
              + " change everything",
          settings.host());
    }
    return new ApiServer(server, figures, log);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The port that is listened on, also where the settings left the choice. */
  public int port() {
    return server.port();
  }

  /** Takes no more requests and returns when those in flight are answered, or patience ends. */
  @Override
  public void close() {
    server.stop();
    figures.close();
    log.close();
  }

  private static void configure(
      JavalinConfig config,
      ApiSettings settings,
      List<Route> routes,
      Figures figures,
      InstantSource clock) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyServer(jetty -> {
      jetty.setStopTimeout(settings.patience().toMillis());
      jetty.insertHandler(new GracefulHandler());
      jetty.setErrorHandler(new UnreadableRequest());
    });
    config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(LONGEST_HEAD_BYTES));
    serveFiles(config, "/", "/storefront");
    serveFiles(config, "/widgets", "/widgets");
    RequestId ids = new RequestId(clock.millis());
    Gate gate = new Gate(settings.keys(), settings.origins());
    config.routes.before(request -> {
      ids.give(request);
      SAFETY.forEach(request::header);
    });
    for (Route route : routes) {
      config.routes.addHttpHandler(
          HandlerType.findOrCreate(route.method().name()),
          route.path(),
          request -> {
            try {
              gate.check(request, route.access());
              route.call().answer(request);
            } catch (RuntimeException e) {
              route.call().fail(request, e);
            }
          });
    }
    PAGES.forEach((path, name) -> config.routes.get(path, Page.of(name)::answer));
    Routes.byPath(routes)
        .forEach((path, access) ->
            config.routes.options(path, request -> gate.answerPreflight(request, access)));
    config.routes.exception(
        HttpResponseException.class, (e, request) -> Problems.answer(request, e));
    config.routes.exception(Exception.class, (e, request) -> Problems.answer(request, e));
    config.requestLogger.http(
        (request, millis) -> answered(request, millis, figures, settings.accessLog()));
  }

  /** Files beside the pages; from the widgets' folder, pages here take what has no state. */
  private static void serveFiles(JavalinConfig config, String path, String folder) {
    config.staticFiles.add(files -> {
      files.hostedPath = path;
      files.directory = folder;
      files.location = Location.CLASSPATH;
      files.headers = Map.of("Cache-Control", "no-cache");
    });
  }

  private static void answered(Context request, float millis, Figures figures, boolean accessLog) {
    figures.answered(
        request.method().name(), Routes.template(request), request.statusCode(), millis);
    if (accessLog) {
      LOG.info(
          "{} {} {} {} {} ms",
          RequestId.of(request),
          request.method().name(),
          request.path(),
          request.statusCode(),
          Math.round(millis * 100) / 100.0);
    }
  }

  private static CannotListenException cannotListen(ApiSettings settings, RuntimeException e) {
    String why = "the address cannot be used";
    String option = "--host";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        why = "there is no such host";
      } else if (cause instanceof BindException) {
        why = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        option = why.contains("assign") ? "--host" : "--port";
      }
    }
    return new CannotListenException(
        String.format(
            Locale.ROOT,
            "cannot listen on %s:%d: %s; choose another with %s",
            settings.host(),
            settings.port(),
            why,
            option),
        e);
  }
}
