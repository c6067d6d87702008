package dev.kindred.indexer.store;

import dev.kindred.model.Person;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Carries out changes inside a {@link WriteTransaction}. */
final class ChangeWriter {
  private final WriteTransaction transaction;
  private final Statements sql;
  private final ProductTable products;
  private final EventTable events;
  private final ReviewTable reviews;
  private final DocumentTable documents;

  ChangeWriter(WriteTransaction transaction) {
    this.transaction = transaction;
    this.sql = transaction.sql();
    this.products = new ProductTable(transaction);
    this.events = new EventTable(transaction);
    this.reviews = new ReviewTable(transaction);
    this.documents = new DocumentTable(transaction);
  }

  Outcome apply(Change change) throws SQLException {
    return switch (change) {
      case Change.PutProduct c -> products.put(c.product());
      case Change.UpdateProduct c -> products.update(c.id(), c.edit());
      case Change.DeleteProduct c -> products.delete(c.id());
      case Change.AddEvent c -> events.add(c.event());
      case Change.PutReview c -> reviews.put(c.review());
      case Change.DeleteReview c -> reviews.delete(c.id());
      case Change.ForgetPerson c -> forget(Person.user(c.user()));
      case Change.PutDocument c -> documents.put(c.kind(), c.id(), c.json());
      case Change.DeleteDocument c -> documents.delete(c.kind(), c.id());
    };
  }

  private Outcome forget(Person user) throws SQLException {
    OptionalLong ref = transaction.keys().existing(user);
    if (ref.isEmpty()) {
      return Outcome.notFound();
    }
    int erased = events.erase(ref.getAsLong()) + reviews.erase(ref.getAsLong());
    sql.update("DELETE FROM person WHERE ref = ?", ref.getAsLong());
    transaction.keys().forget();
    transaction.erases();
    if (erased == 0) {
      return Outcome.notFound();
    }
    long sequence = transaction.next();
    sql.update("INSERT INTO forgotten (sequence) VALUES (?)", sequence);
    return new Outcome(Outcome.Kind.DELETED, sequence);
  }
}
