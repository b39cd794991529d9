# A build against plain SQLite must not link: our code calls sqlite3_key, which only SQLCipher has. Links a probe
# once with SQLCipher (must work) and once with the system's SQLite (must fail on sqlite3_key).
# The system's SQLite is found through Qt's own driver, so no development package is needed.
execute_process(COMMAND ldd "${QT_SQLITE_PLUGIN}" OUTPUT_VARIABLE needs)
string(REGEX MATCH "libsqlite3[^ ]* => ([^ ]+)" found "${needs}")
if(NOT found)
  message(FATAL_ERROR "Qt's SQLite plugin names no system library: ${QT_SQLITE_PLUGIN}")
endif()
set(plain "${CMAKE_MATCH_1}")
file(WRITE "${WORK}/probe.c" "int sqlite3_open(const char*, void**);\nint sqlite3_key(void*, const void*, int);\n"
                             "int main(void) { void* c = 0; sqlite3_open(\":memory:\", &c); return sqlite3_key(c, \"k\", 1); }\n")
execute_process(COMMAND "${COMPILER}" "${WORK}/probe.c" "${SQLCIPHER}" ${FLAGS} -lcrypto -lm -ldl -lpthread -o "${WORK}/probe_cipher"
                RESULT_VARIABLE withCipher ERROR_VARIABLE cipherSays)
if(NOT withCipher EQUAL 0)
  message(FATAL_ERROR "The probe does not even link with SQLCipher:\n${cipherSays}")
endif()
execute_process(COMMAND "${COMPILER}" "${WORK}/probe.c" "${plain}" -o "${WORK}/probe_plain" RESULT_VARIABLE withPlain
                ERROR_VARIABLE plainSays)
if(withPlain EQUAL 0)
  message(FATAL_ERROR "A program that needs sqlite3_key links against plain SQLite ${plain}")
endif()
if(NOT plainSays MATCHES "sqlite3_key" OR plainSays MATCHES "sqlite3_open[^_a-z]")
  message(FATAL_ERROR "The link failed for another reason:\n${plainSays}")
endif()
# ... and it is the store's code that needs it.
execute_process(COMMAND "${NM}" "${STORE}" OUTPUT_VARIABLE symbols ERROR_QUIET)
if(NOT symbols MATCHES "U sqlite3_key")
  message(FATAL_ERROR "The store does not call sqlite3_key")
endif()
