package dev.kindred.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the arrows between modules and what may appear where; ARCHITECTURE.md explains them. */
class ArchitectureTest {
  private static final String LUCENE = "org.apache.lucene..";
  private static JavaClasses kindred;

  @BeforeAll
  static void read() {
    kindred =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.kindred");
    for (String module :
        List.of("model", "analyzers", "learn", "indexer", "engine", "evaluation", "api", "cli")) {
      Assertions.assertTrue(
          kindred.stream().anyMatch(c -> c.getPackageName().startsWith("dev.kindred." + module)),
          "the class path of this test must hold module " + module);
    }
  }

  @Test
  void modulesDependOnlyOnThoseBelowThem() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("model")
        .definedBy("dev.kindred.model..")
        .layer("analyzers")
        .definedBy("dev.kindred.analyzers..")
        .layer("learn")
        .definedBy("dev.kindred.learn..")
        .layer("indexer")
        .definedBy("dev.kindred.indexer..")
        .layer("engine")
        .definedBy("dev.kindred.engine..")
        .layer("evaluation")
        .definedBy("dev.kindred.evaluation..")
        .layer("api")
        .definedBy("dev.kindred.api..")
        .layer("cli")
        .definedBy("dev.kindred.cli..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("api")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("evaluation")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("evaluation", "api", "cli")
        .whereLayer("indexer")
        .mayOnlyBeAccessedByLayers("engine", "evaluation", "api", "cli")
        .whereLayer("learn")
        .mayOnlyBeAccessedByLayers("indexer", "engine", "evaluation", "api", "cli")
        .whereLayer("analyzers")
        .mayOnlyBeAccessedByLayers("indexer", "engine", "evaluation", "api", "cli")
        .check(kindred);
  }

  @Test
  void modelStandsOnTheJdkAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.kindred.model..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.kindred.model..", "java..", "org.jspecify..")
        .check(kindred);
  }

  @Test
  void learnStandsOnTheJdkAndModel() {
    noClasses()
        .that()
        .resideInAPackage("dev.kindred.learn..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.kindred.learn..",
            "dev.kindred.model..",
            "java..",
            "jdk.incubator.vector..",
            "org.jspecify..")
        .check(kindred);
  }

  @Test
  void luceneStaysBelowTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.kindred.analyzers..", "dev.kindred.indexer..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LUCENE)
        .check(kindred);
  }

  @Test
  void onlyApiAndCliKnowHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.kindred.api..", "dev.kindred.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "jakarta.servlet..")
        .check(kindred);
  }

  @Test
  void onlyTheStoreKnowsSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.kindred.indexer.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..")
        .check(kindred);
  }

  @Test
  void onlyTheIndexAndGraphsKnowLuceneDocumentsAndQueries() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.kindred.indexer.index..", "dev.kindred.indexer.graph..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.lucene.document..",
            "org.apache.lucene.index..",
            "org.apache.lucene.search..",
            "org.apache.lucene.store..")
        .check(kindred);
  }

  @Test
  void modelLearnAndEngineNeitherLogNorPrint() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.kindred.model..",
            "dev.kindred.learn..",
            "dev.kindred.engine..",
            "dev.kindred.evaluation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.slf4j..", "java.util.logging..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(kindred);
  }

  @Test
  void modulesAndPartsOfTheIndexerAreFreeOfCycles() {
    for (String parts : List.of("dev.kindred.(*)..", "dev.kindred.indexer.(*)..")) {
      SlicesRuleDefinition.slices().matching(parts).should().beFreeOfCycles().check(kindred);
    }
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked = new ArrayList<>();
    packages(kindred.getPackage("dev.kindred"))
        .filter(p -> !p.getClasses().isEmpty())
        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
        .forEach(p -> unmarked.add(p.getName()));
    Assertions.assertEquals(List.of(), unmarked, "packages without @NullMarked");
  }

  @Test
  void namesSayWhatAClassIs() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)")
        .andShould()
        .resideOutsideOfPackages("..util..", "..impl..")
        .check(kindred);
  }

  private static Stream<JavaPackage> packages(JavaPackage top) {
    return Stream.concat(
        Stream.of(top), top.getSubpackages().stream().flatMap(ArchitectureTest::packages));
  }
}
