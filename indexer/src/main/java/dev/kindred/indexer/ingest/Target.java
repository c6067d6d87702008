package dev.kindred.indexer.ingest;

import java.util.List;
import java.util.Locale;

/**
 * A field of ours and the names under which others keep it, best first.
 *
 * <p>Names are compared in small letters without {@code _ - :} and spaces; a dot leads into an
 * object. RecBole's types ({@code user_id:token}) and Google's prefix ({@code g:price}) do not
 * count.
 */
record Target(String name, List<String> aliases) {
  Target {
    aliases = List.copyOf(aliases);
  }

  private static Target of(String name, String aliases) {
    return new Target(name, List.of((plain(name) + " " + aliases).strip().split(" +")));
  }

  static final List<Target> PRODUCT =
      List.of(
          of(
              "id",
              "productid sku asin itemid item stockcode upc gtin ean mpn docid tmdbid movieid"),
          of("title", "name productname producttitle itemname productdisplayname description"),
          of(
              "description",
              "overview longdescription productdescription shortdescription summary abstract plot"
                  + " body text"),
          of("brand", "brand.name manufacturer supplier vendor maker brandname"),
          of(
              "categories",
              "category producttype googleproductcategory categoryname genres genre"
                  + " productcategory maincat"),
          of("price", "offers.price unitprice saleprice listprice currentprice amount"),
          of("currency", "offers.pricecurrency pricecurrency currencycode"),
          of("in_stock", "availability offers.availability stockstatus instock"),
          of(
              "image",
              "imagelink imageurl imageurlhighres imurl img500x500 imghigh picture imgurl photo"
                  + " images thumbnail"),
          of("url", "link producturl permalink canonicalurl"),
          of("variant_of", "itemgroupid parentid parentasin parentsku isvariantof"),
          of("rating", "aggregaterating.ratingvalue averagerating ratingvalue avgrating stars"),
          of(
              "review_count",
              "aggregaterating.reviewcount reviewcount reviewscount ratingcount ratingscount votes"
                  + " votecount numreviews"),
          of("created_at", "datereleased releasedate dateadded datepublished createddate created"),
          of("attributes", ""));

  static final List<Target> EVENT =
      List.of(
          of("event_id", "eventid id uuid"),
          of("type", "eventtype eventname actionname action event interaction behavior behaviour"),
          of(
              "user",
              "userid customerid customer reviewerid userinfo.userid clientid userpseudoid"
                  + " visitorid memberid"),
          of(
              "session",
              "sessionid invoiceno invoice orderid basketid visitid gasessionid transactionid"),
          of(
              "product",
              "productid itemid item asin parentasin stockcode sku movieid eventattributes.object.objectid"
                  + " eventattributes.object.objectid.value objectid productdetails.product.id items.itemid"
                  + " bookid"),
          of("quantity", "qty productdetails.quantity items.quantity count"),
          of("value", "rating overall stars score unitprice price revenue amount total"),
          of(
              "time",
              "timestamp eventtime unixreviewtime eventtimestamp invoicedate datetime date createdat"
                  + " reviewtime orderdate"),
          of("query", "userquery searchquery searchterm q"),
          of("query_id", "queryid"),
          of("position", "position.ordinal eventattributes.position.ordinal rank"));

  static final List<Target> REVIEW =
      List.of(
          of("review_id", "reviewid id"),
          of("product", "asin productid itemid item parentasin sku stockcode businessid"),
          of("user", "reviewerid userid customerid customer author"),
          of("stars", "overall rating reviewrating reviewrating.ratingvalue score starrating"),
          of("title", "summary headline reviewtitle reviewheadline reviewsummary"),
          of("text", "reviewtext reviewbody review body comment content"),
          of(
              "time",
              "timestamp unixreviewtime date createdat datepublished submissiontime reviewtime"
                  + " reviewdate"));

  /** A field's name as it is compared. */
  static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    lower = lower.startsWith("g:") ? lower.substring(2) : lower;
    int type = lower.indexOf(':');
    boolean recbole =
        type > 0 && lower.substring(type).matches(":(token|float|token_seq|float_seq)");
    return (recbole ? lower.substring(0, type) : lower).replaceAll("[_\\-: ]", "");
  }
}
