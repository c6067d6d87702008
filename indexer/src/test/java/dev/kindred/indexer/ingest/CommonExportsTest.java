package dev.kindred.indexer.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.indexer.json.EventJson;
import dev.kindred.indexer.json.ProductJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One record of each common export and what is made of it. */
class CommonExportsTest {
  @TempDir Path folder;

  private List<String> products(String content) throws IOException {
    List<String> products = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("products"), content);
    FileRecords.products(file, p -> products.add(ProductJson.write(p)));
    return products;
  }

  /** Without the ids, which come from the content. */
  private List<String> events(String content) throws IOException {
    List<String> events = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("events"), content);
    FileRecords.events(
        file,
        e -> events.add(EventJson.write(e).replaceFirst("\"event_id\":\"[0-9a-f]{32}\",", "")));
    return events;
  }

  @Test
  void icecat() throws IOException {
    assertEquals(
        List.of(
            "{\"id\":\"7\",\"title\":\"HP DK-1\",\"brand\":\"HP\",\"price\":2245,\"in_stock\":true,"
                + "\"created_at\":\"2009-05-15T00:00:00Z\",\"attributes\":{\"name\":\"DK\","
                + "\"weight\":3.0,\"colour\":[\"Red\",true]}}"),
        products(
            "{\"id\":\"7\",\"name\":\"DK\",\"title\":\"HP DK-1\",\"supplier\":\"HP\",\"price\":2245,"
                + "\"date_released\":\"2009-05-15T00:00:00Z\",\"attr_n_weight\":3.0,"
                + "\"attr_t_colour\":\"Red\",\"attr_b_colour\":true}"));
  }

  @Test
  void amazon() throws IOException {
    assertEquals(
        List.of(
            "{\"id\":\"B1\",\"title\":\"Max & Erma\",\"description\":\"A\\nB\","
                + "\"categories\":[\"Gifts > Cards\"],\"price\":1250.00,\"currency\":\"USD\","
                + "\"in_stock\":true}"),
        products(
            "{\"asin\":\"B1\",\"title\":\" Max &amp; Erma\",\"description\":[\"<b>A</b>\",\"B\"],"
                + "\"category\":[\"Gifts\",\"Gifts\",\"Cards\",\"No fees, ever.\"],"
                + "\"price\":\"$1,250.00\",\"brand\":\"\",\"also_buy\":[\"B2\"]}"));
  }

  @Test
  void csvWithQuotesOverLines() throws IOException {
    assertEquals(
        List.of(
            "{\"id\":\"048\",\"title\":\"LG 30\\\" range, white\",\"description\":\"One\\nTwo\","
                + "\"brand\":\"LG\",\"in_stock\":true,\"attributes\":{\"watt\":40}}"),
        products(
            "\"upc\",\"name\",\"manufacturer\",\"long_description\",\"watt\"\n"
                + "\"048\",\"LG 30\\\" range, white\",\"LG\",\"One\nTwo\",40\n"));
  }

  @Test
  void googleMerchantFeed() throws IOException {
    assertEquals(
        List.of(
            "{\"id\":\"1\",\"title\":\"Lamp\",\"categories\":[\"Home > Lamps\"],\"price\":12.99,"
                + "\"currency\":\"EUR\",\"in_stock\":false,\"image\":\"http://x/a.jpg\","
                + "\"url\":\"http://x/a\"}"),
        products(
            "id\ttitle\tlink\timage_link\tavailability\tprice\tproduct_type\n"
                + "1\tLamp\thttp://x/a\thttp://x/a.jpg\tout of stock\t12,99 EUR\tHome > Lamps\n"));
  }

  @Test
  void invoiceLines() throws IOException {
    assertEquals(
        List.of(
            "{\"type\":\"purchase\",\"user\":\"17850\",\"session\":\"536365\",\"product\":\"85123A\","
                + "\"quantity\":6,\"value\":15.3,\"time\":\"2010-12-01T08:26:00Z\"}"),
        events(
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                + "536365,85123A,\"HOLDER, WHITE\",6,2010-12-01 08:26:00,2.55,17850,UK\n"
                + "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527,UK\n"));
  }

  @Test
  void recbole() throws IOException {
    assertEquals(
        List.of(
            "{\"type\":\"rating\",\"user\":\"1\",\"product\":\"9\",\"value\":2.5,"
                + "\"time\":\"2009-12-14T02:52:24Z\"}"),
        events(
            "user_id:token\titem_id:token\trating:float\ttimestamp:float\n1\t9\t2.5\t1260759144\n"));
  }

  @Test
  void userBehaviorInsights() throws IOException {
    assertEquals(
        List.of(
            "{\"type\":\"cart\",\"user\":\"c1\",\"product\":\"p1\",\"time\":\"2026-01-02T08:26:00Z\","
                + "\"query_id\":\"q1\",\"position\":3}"),
        events(
            "{\"action_name\":\"add_to_cart\",\"client_id\":\"c1\",\"query_id\":\"q1\","
                + "\"timestamp\":\"2026-01-02T08:26:00.000Z\",\"event_attributes\":{"
                + "\"object\":{\"object_id\":\"p1\"},\"position\":{\"ordinal\":3}}}"));
  }

  @Test
  void severalProductsInOneEvent() throws IOException {
    assertEquals(
        List.of(
            "{\"type\":\"purchase\",\"user\":\"u\",\"product\":\"a\",\"quantity\":2,"
                + "\"time\":\"2026-01-02T08:26:00Z\"}",
            "{\"type\":\"purchase\",\"user\":\"u\",\"product\":\"b\","
                + "\"time\":\"2026-01-02T08:26:00Z\"}"),
        events(
            "{\"event_name\":\"purchase\",\"user_id\":\"u\",\"event_timestamp\":1767342360000000,"
                + "\"items\":[{\"item_id\":\"a\",\"quantity\":2},{\"item_id\":\"b\"}]}"));
  }
}
