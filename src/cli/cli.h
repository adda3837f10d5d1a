/* cli.h: the command line. Returns the exit status: 0 done, 1 the content has errors, 2 wrong
 * usage, 3 the outside world failed. The only part that looks at the clock and the environment.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

int cli_run(int count, char **arguments);

#endif
