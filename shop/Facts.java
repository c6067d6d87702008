import java.util.Map;
import java.util.Optional;

/** What the title states, or what is derived from its words. */
record Facts(Optional<String> category, Map<String, Object> attributes) {}
