-- Who came to a product: answered from the index alone, however many events the product has.
CREATE INDEX event_audience ON event (product, owner) WHERE product IS NOT NULL;
